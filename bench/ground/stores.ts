import { makeEndpoint } from "@/tests/support/factories/endpoint";
import { makeStore } from "@/tests/support/factories/store";

export type BenchStore = { id: string; paths: string[] };

let made = 0;

/** Stores with `fanOut` endpoints each, at paths of their own of the receiver; `path` names them otherwise. */
export async function makeStores(
  receiverUrl: string,
  { count, fanOut = 1, path = (number) => `/in/${number}` }: Wanted,
): Promise<BenchStore[]> {
  const stores: BenchStore[] = [];
  for (let index = 0; index < count; index++) {
    const { id } = await makeStore({ name: `Bench ${index}` });
    const paths = Array.from({ length: fanOut }, () => path(made++));
    for (const own of paths) await makeEndpoint({ storeId: id, url: `${receiverUrl}${own}` });
    stores.push({ id, paths });
  }
  return stores;
}
type Wanted = { count: number; fanOut?: number; path?: (number: number) => string };
