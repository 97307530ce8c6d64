/** A screen: one scoped read transaction, closed before rendering; no session leads to sign-in, no row to "not found". */
import { notFound as nextNotFound, redirect } from "next/navigation";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { tellLook } from "./audit.ts";
import type { Fact } from "./command.ts";
import { asProblem } from "./database-problem.ts";
import { register } from "./registry.ts";
import { reading, type Scope } from "./scope.ts";
import { currentSession } from "./session.ts";
import type { Viewer } from "./viewer.ts";

export type SearchParams = Record<string, string | string[] | undefined>;
export type PageInput = { params: Record<string, string>; search: SearchParams };
type NextProps = { params: Promise<Record<string, string>>; searchParams: Promise<SearchParams> };

type Door<Data> = {
  /** The path as in the address, with [id] for parts: also the page's name in the registry. */
  route: string;
  load: (scope: Scope, input: PageInput) => Promise<Data>;
  render: (
    data: Data,
    context: PageInput & { viewer: Viewer; today: string },
  ) => ReactNode | Promise<ReactNode>;
  /** A look that the audit keeps, told before anything is shown; once in ten minutes for the same look. */
  tells?: (data: Data, input: PageInput) => (Fact & { verb: string }) | null;
  /** What stands there when the viewer is refused by name; without it a refusal reads as not found. */
  refused?: (context: PageInput) => ReactNode | Promise<ReactNode>;
};

export function page<Data>(door: Door<Data>) {
  register({ kind: "page", name: door.route, run: door.load });
  return async (props: NextProps) => {
    await connection();
    const input = { params: await props.params, search: await props.searchParams };
    const session = await currentSession();
    if (!session) redirect(signInFrom(door.route, input));
    const answer = await reading(session, async (scope) => ({
      data: await door.load(scope, input),
      viewer: scope.viewer,
      today: scope.today,
    })).catch((error: unknown) => {
      const problem = asProblem(error);
      if (!problem) throw error;
      return problem;
    });
    if ("data" in answer) {
      const look = door.tells?.(answer.data, input);
      if (look) await tellLook(session, look);
      return door.render(answer.data, { ...input, viewer: answer.viewer, today: answer.today });
    }
    if (answer.code === "signed-out") redirect(signInFrom(door.route, input));
    if (answer.code === "refused" && door.refused) return door.refused(input);
    if (answer.code === "not-found" || answer.code === "invalid" || answer.code === "refused") nextNotFound();
    throw answer;
  };
}

/** Sign-in leads back here afterwards. */
function signInFrom(route: string, { params, search }: PageInput): string {
  const path = route.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_part, name: string) =>
    encodeURIComponent(params[name] ?? ""),
  );
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(search))
    for (const one of [value ?? []].flat()) asked.append(name, one);
  const whole = asked.size > 0 ? `${path}?${asked}` : path;
  return whole === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(whole)}`;
}

type OpenDoor<Data> = {
  route: string;
  load: (input: PageInput) => Promise<Data>;
  render: (data: Data, input: PageInput) => ReactNode | Promise<ReactNode>;
};

/** A screen for people who are not signed in: it has no scope, so there is nothing of the registry to show. */
export function publicPage<Data>(door: OpenDoor<Data>) {
  register({ kind: "page", name: door.route, run: door.load, open: true });
  return async (props: NextProps) => {
    await connection();
    const input = { params: await props.params, search: await props.searchParams };
    return door.render(await door.load(input), input);
  };
}
