import { z } from "zod";

export const QuestionBase = z.object({
  id: z.string(),
  internalName: z.string(),
  required: z.boolean(),
  type: z.enum([
    "single-line-text-field",
    "multi-line-text-field",
    "dropdown",
    "rating",
    "checkbox",
    "file-upload",
  ]),
  order: z.number(),
  alwaysShow: z.boolean(),
  fileConfig: z.record(z.string(), z.unknown()).nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime().nullable(),
  deletedAt: z.iso.datetime().nullable(),
  storeId: z.string(),
});
export type QuestionBase = z.infer<typeof QuestionBase>;

export const Question = QuestionBase.extend({
  translations: z.array(
    z.object({
      id: z.string(),
      questionId: z.string(),
      title: z.string(),
      description: z.string(),
      options: z.array(z.string()).nullable(),
      languageCode: z.string(),
      createdAt: z.iso.datetime(),
      updatedAt: z.iso.datetime().nullable(),
    }),
  ),
});
export type Question = z.infer<typeof Question>;

export const QuestionAnswer = z.object({
  id: z.string(),
  appointmentId: z.string(),
  questionId: z.string().nullable(),
  question: z.string(),
  answer: z.string().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime().nullable(),
  files: z.array(
    z.object({
      id: z.string(),
      externalId: z.string().nullable(),
      url: z.string().nullable(),
      filename: z.string().nullable(),
      mime: z.string().nullable(),
      size: z.number().nullable(),
      answerId: z.string().nullable(),
      createdAt: z.iso.datetime(),
      updatedAt: z.iso.datetime().nullable(),
      deletedAt: z.iso.datetime().nullable(),
      storeId: z.string().nullable(),
    }),
  ),
});
export type QuestionAnswer = z.infer<typeof QuestionAnswer>;
