import { RealmAuth } from "./realm-auth";

export const supportAuth = new RealmAuth("support", "/support", "/support/signin");
