import { RealmAuth } from "./realm-auth";

export const portalAuth = new RealmAuth("portal", "/", "/signin");
