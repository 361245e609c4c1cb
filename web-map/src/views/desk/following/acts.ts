import type { AcknowledgementWay, Agent, Service } from '../../../core/following-types';
import { t } from '../../../core/i18n';
import { done } from '../acts';
import type { Desk } from '../desk';

export function pass(desk: Desk, agent: Agent, reason: string): Promise<boolean> {
  return done(
    desk,
    (card) => desk.frontDesk.api.pass(card, agent.id, reason),
    ({ number }) => t('owner.done', { number, name: agent.name }),
  );
}

export function transmit(desk: Desk, service: Service, reason: string): Promise<boolean> {
  return done(
    desk,
    (card) => desk.frontDesk.api.transmit(card, service.id, reason),
    ({ number }) => t('transmit.done', { number, service: service.name }),
  );
}

export function accept(desk: Desk): Promise<boolean> {
  return done(
    desk,
    (card) => desk.frontDesk.api.accept(card),
    ({ number }) => t('answer.accepted', { number }),
  );
}

export function refuse(desk: Desk, reason: string): Promise<boolean> {
  return done(
    desk,
    (card) => desk.frontDesk.api.refuse(card, reason),
    ({ number }) => t('answer.refused', { number }),
  );
}

export function acknowledge(desk: Desk, way: AcknowledgementWay, text: string): Promise<boolean> {
  return done(
    desk,
    (card) => desk.frontDesk.api.acknowledge(card, way, text),
    ({ number }) => t('acknowledge.done', { number }),
  );
}
