import { authRoute } from "@/app/(auth)/auth-route";
import { portalAuth } from "@/app/(auth)/portal-auth";

const handle = authRoute(portalAuth);

export { handle as GET, handle as POST };
