/** What people here build guessable passwords from: places, titles, habits of the keyboard. Offline, and short on purpose. */

export const WEAK_WORDS = [
  // places, as they are typed
  ..."changdu qamdo chamdo karuo karub jiangda gongjue leiwuqi riwoqe dingqing dengqen chaya chagyab basu baxiu baxoi zuogong zogang mangkang markam luolong lhorong bianba banbar xizang tibet zangdong lhasa lasa zhongguo china".split(
    " ",
  ),
  // work
  ..."fupin tuopin dangjian zhibu shuji xiangcun zhenxing zuzhibu fupinban jiuwan sansansi bangfu zoufang gongzuo danwei xiangzheng cunwei".split(
    " ",
  ),
  // habits
  ..."password passwd pass word admin administrator root user test demo guest login welcome hello qwertyuiop qwerty asdfghjkl asdf zxcvbnm zxcv qazwsx wsx qaz abcdef abc iloveyou woaini aini love mima nihao zhangsan lisi wangwu laoshi baobao dear letmein dragon monkey master secret changeme huawei xiaomi weixin wechat taobao".split(
    " ",
  ),
  // the same, in characters
  ..."昌都 卡若 江达 贡觉 类乌齐 丁青 察雅 八宿 左贡 芒康 洛隆 边坝 西藏 中国 扶贫 脱贫 党建 书记 支部 密码 我爱你 你好".split(
    " ",
  ),
];
