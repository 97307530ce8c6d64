// A password is refused for what people here would guess, and for nothing else.
import { expect, test } from "vitest";
import { passwordProblem } from "#lib/domains/accounts/good-password.ts";

test.each([
  ["short", "password.short"],
  ["a".repeat(200), "password.long"],
  ["changdu2024!!", "password.guessable"],
  ["Changdu@540300", "password.guessable"],
  ["P@ssw0rd1234", "password.guessable"],
  ["昌都市扶贫办12345678", "password.guessable"],
  ["123456789012", "password.digits"],
  ["540302199001011234", "password.digits"],
  ["aaaaaaaaaaaaaa", "password.simple"],
  ["abcabcabcabcabc", "password.simple"],
  ["zhaxi.dunzhu-zhaxi.dunzhu", "password.guessable"],
])("%s is refused: %s", (password, reason) => {
  expect(passwordProblem(password, ["zhaxi.dunzhu"])).toBe(reason);
});

test.each(["correct horse battery", "红旗渠水长流 下雨天也要走访", "yak-butter-tea-72", "བཀྲ་ཤིས་བདེ་ལེགས་ཡིན"])(
  "%s is good, without capitals and signs",
  (password) => expect(passwordProblem(password)).toBeNull(),
);
