/** A route handler: session, run, and problems as status codes with a sentence. The entry has already refused foreign origins. */
import { asProblem } from "./database-problem.ts";
import type { ProblemCode } from "./problem.ts";
import { problemView } from "./problem-view.ts";
import { register } from "./registry.ts";
import type { Session } from "./scope.ts";
import { requireSession } from "./session.ts";

const STATUS: Record<ProblemCode, number> = {
  "signed-out": 401,
  "not-found": 404,
  refused: 403,
  invalid: 422,
  conflict: 409,
  rule: 422,
  busy: 503,
  "proof-factor": 403,
  "proof-password": 403,
  "proof-again": 403,
};

type Context = { params: Promise<Record<string, string>> };
type Door = {
  /** METHOD /path, as in the registry */
  name: string;
  run: (session: Session, request: Request, params: Record<string, string>) => Promise<Response>;
};

type OpenDoor = { name: string; run: (request: Request) => Promise<Response> };

/** A handler for whoever asks: it has no session, and so nothing of the registry to give. */
export function publicRoute(door: OpenDoor) {
  register({ kind: "route", name: door.name, run: door.run, open: true });
  return (request: Request): Promise<Response> => door.run(request);
}

export function route(door: Door) {
  register({ kind: "route", name: door.name, run: door.run });
  return async (request: Request, context: Context): Promise<Response> => {
    let requestId: string | undefined;
    try {
      const session = await requireSession();
      requestId = session.requestId;
      return await door.run(session, request, await context.params);
    } catch (error) {
      const problem = asProblem(error);
      return Response.json(await problemView(error, requestId), {
        status: problem ? STATUS[problem.code] : 500,
        headers: problem?.code === "busy" ? { "retry-after": "3" } : {},
      });
    }
  };
}
