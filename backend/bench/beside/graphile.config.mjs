import { makePgService } from "postgraphile/adaptors/pg";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { PgLazyJWTPreset } from "postgraphile/presets/lazy-jwt";

const { DATABASE_URL, DATABASE_SCHEMA, HOST, JWT_PUBLIC_KEY, PORT } = process.env;

export default {
  extends: [PostGraphileAmberPreset, PgLazyJWTPreset],
  pgServices: [
    makePgService({ connectionString: DATABASE_URL, schemas: [DATABASE_SCHEMA], poolConfig: { max: 20 } }),
  ],
  grafast: { explain: false },
  grafserv: {
    host: HOST,
    port: Number(PORT),
    graphiql: false,
    watch: false,
    graphqlOverGET: true,
    pgJwtSecret: JWT_PUBLIC_KEY,
    pgJwtVerifyOptions: { algorithms: ["RS256"] },
  },
};
