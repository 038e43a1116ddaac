import { authRoute } from "@/app/(auth)/auth-route";
import { supportAuth } from "@/app/(auth)/support-auth";

const handle = authRoute(supportAuth);

export { handle as GET, handle as POST };
