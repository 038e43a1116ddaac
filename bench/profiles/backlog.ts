import { commitMany } from "../ground/commit-many";
import { makeStores } from "../ground/stores";
import { measureDrain } from "../measure/drain";
import type { Profile } from "./profile";

/** What piled up while no worker ran, to healthy endpoints. */
export function backlog({ events }: { events: number }): Profile {
  return {
    name: `backlog-${events}`,
    about: `${events} events of 20 stores, committed while no worker ran; an endpoint each`,
    run: async (ground) => {
      const stores = await makeStores(ground.receiverUrl, { count: 20 });
      return [await measureDrain(ground, stores, await commitMany(ground, stores, events))];
    },
  };
}
