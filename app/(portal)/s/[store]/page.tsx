import { redirect } from "next/navigation";
import { currentMember } from "@/app/(portal)/member";

export default async function StorePage({ params }: PageProps<"/s/[store]">) {
  const { store } = await currentMember((await params).store);
  redirect(`/s/${store.slug}/endpoints`);
}
