-- Every request of an API counts here: no count is worth a wait for the disk. After a crash of the server all begin anew.
ALTER TABLE "rate_limit" SET UNLOGGED;
