/** Formal replies as the desk reads them. */
export type ReplyState = 'DRAFT' | 'SUBMITTED' | 'APPROVED' | 'SIGNED' | 'TO_POST' | 'SENT';
export type SendBy = 'EMAIL' | 'POST';

export interface Replies {
  /** The request can be closed only after a letter was sent. */
  required: boolean;
  answered: boolean;
  current?: Letter;
  /** The newest first. */
  sent: Letter[];
  templates: { id: string; name: string; locale: string; ofCategory: boolean }[];
  /** That a letter would be submitted to now. */
  chain: Step[];
}
export interface Letter {
  id: string;
  revision: number;
  state: ReplyState;
  locale: string;
  subject: string;
  body: string;
  textSha256: string;
  recipient: { name: string; address: string; sendBy: SendBy; email?: string };
  draftedBy: string;
  draftedAt: string;
  submittedBy?: string;
  submittedAt?: string;
  changedAt: string;
  steps: Step[];
  decisions: Decision[];
  /** The next decision is the reader's. */
  mine: boolean;
  proof?: { sentAt: string; notificationId?: string; postedOn?: string; postedBy?: string };
  pdf: string;
}
export interface Step {
  number: number;
  act: 'APPROVE' | 'SIGN';
  title: string;
  holder?: string;
  due: boolean;
  passed?: Decision;
}
export interface Decision {
  step: number;
  title: string;
  verdict: 'APPROVED' | 'SIGNED' | 'RETURNED';
  by: string;
  onBehalfOf?: string;
  at: string;
  remarks?: string;
  textSha256: string;
  /** A changed text took its force away. */
  voidedAt?: string;
}
export interface LetterText {
  subject: string;
  body: string;
  locale: string;
  sendBy: SendBy;
  recipientName: string;
  recipientAddress: string;
}
export interface WaitingReply {
  id: string;
  requestId: string;
  number: string;
  category: string;
  address: string;
  subject: string;
  state: ReplyState;
  step?: number;
  waitingFor?: string;
  act?: 'APPROVE' | 'SIGN';
  since: string;
  mine: boolean;
}
export interface Delegations {
  items: { id: string; deputy: string; firstDay: string; lastDay: string }[];
  actingFor: Person[];
  candidates: Person[];
}
interface Person {
  id: string;
  name: string;
  role: string;
}
