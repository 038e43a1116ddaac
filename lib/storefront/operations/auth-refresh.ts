import { refreshTokens } from "@/lib/booking";
import { Tokens } from "@/lib/events/contract";
import { DomainError } from "@/lib/platform/errors";
import { authenticationLimit } from "../limits";
import { operation } from "../operation";

export const authRefresh = operation({
  name: "auth.refresh",
  method: "GET",
  path: "/storefront/auth/refresh",
  summary: "A new pair for the refresh token sent as bearer, which it uses up.",
  access: "key",
  limit: authenticationLimit,
  response: Tokens,
  async run({ ctx, bearer }) {
    if (!bearer) throw new DomainError("unauthorized", "Unauthorized: send the refresh token as bearer.");
    return refreshTokens(ctx, { refreshToken: bearer });
  },
});
