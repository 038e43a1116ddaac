import { z } from "zod";
import type { Limit } from "@/lib/platform/throttle";
import { parseInput } from "./parse-input";
import { parseParams } from "./parse-params";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

type Facts<Access> = {
  /** The official client's name of it: "products.getBySlug". */
  name: string;
  method: Method;
  /** `/storefront/products/{productId}` */
  path: string;
  summary: string;
  /** What the caller must prove; the API's own authentication knows what it means. */
  access: Access;
  /** Counts against this limit besides the API's general one. */
  limit?: () => Limit;
  /** Of a success with a body. Without a result it is 204. */
  status?: 200 | 201;
};

type Definition<
  Access,
  Caller,
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
> = Facts<Access> & {
  params?: P;
  query?: Q;
  body?: B;
  /** Absent: it answers 204, always. */
  response?: R;
  run(
    caller: Caller,
    input: { params: z.output<P>; query: z.output<Q>; body: z.output<B> },
  ): Promise<z.input<R> | undefined>;
};

/** A request as text and JSON, not parsed by any schema yet. */
export type RawInput = { params: Record<string, string>; query: Record<string, unknown>; body: unknown };

/** One operation of an API, its types erased so that a table can hold many. */
export type Operation<Access, Caller> = Facts<Access> & {
  params: z.ZodType | undefined;
  query: z.ZodType | undefined;
  body: z.ZodType | undefined;
  response: z.ZodType | undefined;
  /** Parses, then runs. Resolves to what will be serialised; undefined: nothing. */
  execute(caller: Caller, raw: RawInput): Promise<unknown>;
};

/** Makes the function by which one API declares its operations. */
export function operationsOf<Access, Caller>() {
  return function operation<
    P extends z.ZodType = z.ZodObject<Record<never, never>>,
    Q extends z.ZodType = z.ZodObject<Record<never, never>>,
    B extends z.ZodType = z.ZodUndefined,
    R extends z.ZodType = z.ZodUndefined,
  >(definition: Definition<Access, Caller, P, Q, B, R>): Operation<Access, Caller> {
    const { params, query, body, response, run, ...facts } = definition;
    return {
      ...facts,
      params,
      query,
      body,
      response,
      execute(caller, raw) {
        return run(caller, {
          params: (params ? parseParams(params, raw.params) : {}) as z.output<P>,
          query: (query ? parseInput(query, raw.query) : {}) as z.output<Q>,
          body: (body ? parseInput(body, raw.body) : undefined) as z.output<B>,
        });
      },
    };
  };
}
