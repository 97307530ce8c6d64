// Tells Prisma where the schema lies, so that the root stays as the product's outline names it.
import path from "node:path";
import { defineConfig } from "prisma/config";

export default defineConfig({ schema: path.join(import.meta.dirname, "schema") });
