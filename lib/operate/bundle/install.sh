#!/bin/sh
# Installs or updates the platform from this bundle on a machine without a network: checks every file, keeps data and keys,
# goes back to the program before when the new one does not answer.
set -u
LC_ALL=C
export LC_ALL

here=$(cd "$(dirname "$0")" && pwd)
say() { printf '%s\n' "$*"; }
fail() { printf '\n✗ %s\n' "$*"; exit 1; }

check() {
  cd "$here" || fail "进不了安装包的目录。"
  [ -f SHA256SUMS ] && [ -f LINKS ] && [ -f NAME ] || fail "安装包不完整：缺少校验清单。请重新拷贝。什么也没有改。"
  command -v sha256sum >/dev/null || fail "系统里没有 sha256sum(coreutils)，不能核对安装包。"
  bad=$(sha256sum --check --quiet SHA256SUMS 2>/dev/null)
  if [ $? -ne 0 ]; then
    say "$bad" | head -n 20
    fail "安装包里的文件与校验清单不符(见上)：没有拷完，或被改动过。请换一个副本。什么也没有改。"
  fi
  listed=$(cut -c67- SHA256SUMS | sort)
  found=$(find . -type f ! -path ./SHA256SUMS | cut -c3- | sort)
  [ "$listed" = "$found" ] || fail "安装包里多出了清单上没有的文件，被改动过。请换一个副本。什么也没有改。"
  links=$(find . -type l -printf '%P -> %l\n' | sort)
  [ "$links" = "$(cat LINKS)" ] || fail "安装包里的链接与清单不符，被改动过。请换一个副本。什么也没有改。"
}

ready() {
  "$1/node/bin/node" -e '
    const [url, seconds, pid] = process.argv.slice(1), until = Date.now() + Number(seconds) * 1000;
    const gone = () => { try { process.kill(Number(pid), 0); } catch { return pid !== undefined; } };
    const ask = async () => {
      try { if ((await fetch(url)).status === 200) process.exit(0); } catch {}
      if (Date.now() > until || gone()) process.exit(1);
      setTimeout(ask, 1000);
    };
    ask();' "http://127.0.0.1:${PORT:-3000}/ready" "$2" $(started_by_hand)
}

# Without systemd the program is started by hand here; with it, the unit of the handbook does it.
with_systemd() { command -v systemctl >/dev/null && systemctl cat qamdo-334.service >/dev/null 2>&1; }
# Its number, so that nobody waits for a program that has ended.
started_by_hand() { with_systemd || cat "$target/pid"; }
alive() { [ -f "$target/pid" ] && kill -0 "$(cat "$target/pid")" 2>/dev/null; }

start_it() {
  if with_systemd; then systemctl start qamdo-334; return; fi
  (
    cd "$target/current/app" || exit 1
    nohup "$target/current/node/bin/node" lib/operate/start.mjs >>"$target/service.log" 2>&1 </dev/null &
    echo $! >"$target/pid"
  )
}

stop_it() {
  if with_systemd; then systemctl stop qamdo-334; return; fi
  alive || return 0
  kill -TERM "$(cat "$target/pid")"
  n=0
  while alive; do
    n=$((n + 1))
    [ $n -gt 90 ] && fail "旧程序 90 秒内没有停下。请先停止它，再运行一次。什么也没有改。"
    sleep 1
  done
  rm -f "$target/pid"
}

point_to() {
  ln -s "releases/$1" "$target/current.new" && mv -T "$target/current.new" "$target/current"
}

install_it() {
  target=$1
  mkdir -p "$target/releases" || fail "不能在 $target 下建目录。"
  target=$(cd "$target" && pwd)
  name=$(cat "$here/NAME")
  if [ -f "$target/settings.env" ]; then
    set -a
    . "$target/settings.env"
    set +a
  fi
  DATA_DIR=${DATA_DIR:-$target/data}
  KEYS_DIR=${KEYS_DIR:-$DATA_DIR/keys}
  export DATA_DIR KEYS_DIR
  before=
  [ -L "$target/current" ] && before=$(basename "$(readlink "$target/current")")

  if [ "$before" = "$name" ]; then say "已经是这个版本：$name"; else
    say "… 拷贝程序"
    rm -rf "$target/releases/$name" "$target/releases/$name.part"
    mkdir "$target/releases/$name.part"
    cp -R -P "$here/app" "$here/node" "$here/versions.json" "$target/releases/$name.part/" || fail "没有拷完，磁盘可能满了。原来的程序没有动。"
    mv "$target/releases/$name.part" "$target/releases/$name"
  fi
  new="$target/releases/$name"

  if [ -n "$before" ]; then
    say "… 更新之前先备份"
    keep=${BACKUP_DIR:-$target/backups}
    backup_with="$target/releases/$before"
    (cd "$backup_with/app" && as_own_database "$backup_with/node/bin/node" lib/operate/start.mjs --backup "$keep") >"$target/backup.log" 2>&1 ||
      { tail -n 5 "$target/backup.log"; fail "备份没有成功(见上)，没有更新，原来的程序没有动。"; }
    tail -n 40 "$target/backup.log" | grep '备份文件' || :
    say "… 停止旧程序"
    stop_it
    if [ -z "${DATABASE_URL:-}" ] && [ -d "$DATA_DIR/pg" ]; then
      say "… 留下数据库的原样，以便退回"
      rm -rf "$DATA_DIR/pg.before"
      cp -a "$DATA_DIR/pg" "$DATA_DIR/pg.before" || fail "没有拷完数据库，磁盘可能满了。请运行 $target/current 里的旧程序。"
    fi
  fi
  if [ -n "${DATABASE_OWNER_URL:-}" ]; then
    say "… 更新数据库的结构"
    if ! (cd "$new/app" && "$new/node/bin/node" lib/operate/start.mjs --deploy); then
      [ -n "$before" ] && start_it
      fail "数据库没有更新(原因见上)，保持原样，仍用旧程序。"
    fi
  elif [ -n "${DATABASE_URL:-}" ]; then
    say "! 没有设置 DATABASE_OWNER_URL：如有新的迁移，程序会说出来，请照运维手册第 10 节运行 db:deploy。"
  fi
  point_to "$name"
  say "… 启动，等待应答(最多 ${READY_WITHIN:-300} 秒)"
  start_it
  if ready "$new" "${READY_WITHIN:-300}"; then
    rm -rf "$DATA_DIR/pg.before"
    say "✓ 已装好 $name，在 http://127.0.0.1:${PORT:-3000} 应答。"
    [ -n "$before" ] && [ "$before" != "$name" ] && say "旧程序留在 $target/releases/$before，确认无误后可以删除。"
    return 0
  fi
  tail -n 15 "$target/service.log" 2>/dev/null
  stop_it
  [ -z "$before" ] && fail "程序没有应答(日志见上)。数据和密钥没有动。"
  say "… 新程序没有应答，退回 $before"
  if [ -d "$DATA_DIR/pg.before" ]; then
    rm -rf "$DATA_DIR/pg.failed"
    mv "$DATA_DIR/pg" "$DATA_DIR/pg.failed" && mv "$DATA_DIR/pg.before" "$DATA_DIR/pg"
  fi
  point_to "$before"
  start_it
  ready "$target/releases/$before" "${READY_WITHIN:-300}" && fail "更新没有成功，已退回原来的程序 $before，它在应答。新程序的日志在 $target/service.log。"
  fail "更新没有成功，原来的程序也没有应答(数据库可能已是新结构)。请照运维手册 9.4 用刚才的备份恢复。"
}

# The embedded database is found by its folder alone.
as_own_database() {
  if [ -n "${DATABASE_OWNER_URL:-}" ] || [ -z "${DATABASE_URL:-}" ]; then "$@"; else
    say "请在 settings.env 里写明 DATABASE_OWNER_URL，更新前要备份。"
    return 1
  fi
}

[ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] || fail "安装包只能用在 Linux x86-64 上，本机是 $(uname -s) $(uname -m)。"
case "${1:-}" in
  "" | -h | --help)
    say "用法：sh install.sh 安装目录     例如 sh install.sh /opt/qamdo-334"
    say "      sh install.sh --check      只核对安装包"
    say "设置写在 安装目录/settings.env(变量见运维手册第 4 节)；第一次可以没有。数据在 安装目录/data，更新时不动。"
    ;;
  --check) check && say "✓ 安装包完整：$(cat "$here/NAME")" ;;
  *) say "… 核对安装包" && check && install_it "$1" ;;
esac
