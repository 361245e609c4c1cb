package org.vigie.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.access.Ids;
import org.vigie.access.Role;
import org.vigie.team.Deputies.Principal;

class TurnTest {

    private static final UUID DIRECTOR = Ids.next();
    private static final ChainStep HEAD =
            new ChainStep(1, ChainStep.Act.APPROVE, "Chef de service", Optional.of(Role.HEAD), Optional.empty());
    private static final ChainStep DGS =
            new ChainStep(2, ChainStep.Act.APPROVE, "DGS", Optional.empty(), Optional.of(DIRECTOR));
    private static final ChainStep ELECTED =
            new ChainStep(3, ChainStep.Act.SIGN, "Adjoint", Optional.of(Role.ELECTED_OFFICIAL), Optional.empty());
    private static final List<ChainStep> CHAIN = List.of(HEAD, DGS, ELECTED);

    @Test
    void beginsWithTheFirstStepAndGoesOnInOrder() {
        assertThat(new Turn(CHAIN, List.of()).next()).contains(HEAD);
        assertThat(new Turn(CHAIN, List.of(approval(1))).next()).contains(DGS);
        assertThat(new Turn(CHAIN, List.of(approval(1), approval(2), approval(3))).next())
                .isEmpty();
    }

    @Test
    void goesBackToTheFirstStepThatLostItsApproval() {
        Decision voided = new Decision(
                Ids.next(),
                1,
                "",
                Decision.Verdict.APPROVED,
                "",
                new byte[0],
                DIRECTOR,
                "",
                Optional.empty(),
                Instant.EPOCH,
                Optional.of(Instant.EPOCH));

        assertThat(new Turn(CHAIN, List.of(voided, approval(2))).next()).contains(HEAD);
    }

    @Test
    void aReturnIsNoApproval() {
        Decision returned = new Decision(
                Ids.next(),
                1,
                "",
                Decision.Verdict.RETURNED,
                "Non",
                new byte[0],
                DIRECTOR,
                "",
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty());

        assertThat(new Turn(CHAIN, List.of(returned)).next()).contains(HEAD);
    }

    @Test
    void aStepIsForItsRoleOrForItsPersonOnly() {
        Turn.Person anotherDirector = new Turn.Person(Ids.next(), Role.SIGNATORY, List.of());
        Turn.Person director = new Turn.Person(DIRECTOR, Role.SIGNATORY, List.of());

        assertThat(Turn.standing(DGS, director)).contains(new Turn.Standing(Optional.empty()));
        assertThat(Turn.standing(DGS, anotherDirector)).isEmpty();
        assertThat(Turn.standing(HEAD, new Turn.Person(Ids.next(), Role.HEAD, List.of())))
                .isPresent();
    }

    @Test
    void aDeputyActsInThePlaceOfWhoeverIsAway() {
        Turn.Person deputy = new Turn.Person(
                Ids.next(), Role.HEAD, List.of(new Principal(DIRECTOR, "Anne Le Goff", Role.SIGNATORY)));

        assertThat(Turn.standing(DGS, deputy).flatMap(Turn.Standing::onBehalfOf))
                .contains(new Decision.OnBehalfOf(DIRECTOR, "Anne Le Goff"));
        assertThat(Turn.standing(HEAD, deputy).flatMap(Turn.Standing::onBehalfOf))
                .isEmpty();
    }

    private static Decision approval(int step) {
        return new Decision(
                Ids.next(),
                step,
                "",
                Decision.Verdict.APPROVED,
                "",
                new byte[0],
                DIRECTOR,
                "",
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty());
    }
}
