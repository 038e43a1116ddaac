import { z } from "zod";
import { AppointmentCreated } from "./appointment";
import { LineItemBase } from "./line-item";
import { AppointmentOrder } from "./order";
import { QuestionAnswer } from "./question";

export const AppointmentDetail = AppointmentCreated.extend({
  feedbackQuestionAnswers: z.array(QuestionAnswer),
  checkoutQuestionAnswers: z.array(QuestionAnswer),
  orderLineItem: LineItemBase.extend({ order: AppointmentOrder }).nullable(),
  order: AppointmentOrder.nullable(),
});
export type AppointmentDetail = z.infer<typeof AppointmentDetail>;
