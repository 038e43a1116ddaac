-- What a merchant notes of an endpoint.

ALTER TABLE "endpoint" ADD COLUMN "description" TEXT NOT NULL DEFAULT '';
ALTER TABLE "endpoint" ADD CONSTRAINT "endpoint_description" CHECK (char_length("description") <= 500);
