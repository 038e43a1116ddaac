import { AuthService, OpencalsApiError } from "@opencals/storefront-sdk";
import type { Mirror, Tokens } from "./mirror";

/** The customer whose mirror it is: signs in once, refreshes while that works, signs in again where it does not. */
export class Customer {
  constructor(private readonly mirror: Mirror) {}

  /** Runs `call` with an access token; once more with a new one where it has expired. */
  async asThemselves<T>(call: (headers: { Authorization: string }) => Promise<T>): Promise<T> {
    const tokens = this.mirror.tokens ?? (await this.signIn());
    try {
      return await call(bearer(tokens.accessToken));
    } catch (error) {
      if (!isStatus(error, 401)) throw error;
      const fresh = await this.refresh(tokens.refreshToken);
      return call(bearer(fresh.accessToken));
    }
  }

  private async refresh(refreshToken: string): Promise<Tokens> {
    try {
      const { data } = await AuthService.refresh({ headers: bearer(refreshToken), throwOnError: true });
      await this.mirror.keepTokens(data);
      return data;
    } catch (error) {
      // Used up: we were killed between its use and keeping the new pair. Or thirty days old.
      if (isStatus(error, 401)) return this.signIn();
      throw error;
    }
  }

  private async signIn(): Promise<Tokens> {
    const { CUSTOMER_EMAIL: email = "", CUSTOMER_PASSWORD: password = "" } = process.env;
    const { data } = await AuthService.signIn({
      body: { email, password, tokenName: "sync-job" },
      throwOnError: true,
    });
    await this.mirror.keepTokens(data);
    return data;
  }
}

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

const isStatus = (error: unknown, status: number): boolean =>
  error instanceof OpencalsApiError && error.status === status;
