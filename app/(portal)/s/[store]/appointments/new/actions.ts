"use server";

import { actingMember } from "@/app/(portal)/member";
import { act } from "@/app/act";
import { bookByHand, BookByHandInput } from "@/lib/booking";

export async function bookAction(slug: string, input: unknown) {
  return act(actingMember(slug), BookByHandInput, input, async (ctx, asked) => {
    const { id, name } = await bookByHand(ctx, asked);
    return { id, name };
  });
}
