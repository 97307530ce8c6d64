/** next-auth's own paths (OIDC, sign-out): the one handler that is not made by a wrapper of ours. */
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "#lib/platform/unified-identity.ts";
import { between } from "../../../(public)/onward.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

const handler = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(request, context, authOptions(between));

export { handler as GET, handler as POST };
