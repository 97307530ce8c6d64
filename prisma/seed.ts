// Fills an empty database with the demo; `npm start` does it by itself for the embedded one.
import { seedFromEnvironment } from "#lib/operate/demo/seed.ts";

await seedFromEnvironment();
