package org.vigie.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.access.Ids;
import org.vigie.access.Jurisdiction;
import org.vigie.access.JurisdictionDirectory;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestJurisdictions;

@ServiceTest
class DeliveryTest {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry settings) {
        SERVER.start();
        settings.add("vigie.mail.host", () -> "127.0.0.1");
        settings.add("vigie.mail.port", () -> SERVER.getSmtp().getPort());
        settings.add("vigie.mail.first-pause", () -> "200ms");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Autowired
    Outbox outbox;

    @Autowired
    Messages messages;

    @Autowired
    Delivery delivery;

    @Autowired
    MailSettings settings;

    @Autowired
    JurisdictionDirectory directory;

    @Autowired
    PersonalDataRemoval removal;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    DataSource dataSource;

    @Autowired
    DbSchedulerCustomizer customizer;

    @Autowired
    List<Task<?>> tasks;

    private Jurisdiction here = new Jurisdiction(Ids.next(), "none", "None", "fr", java.time.ZoneId.of("UTC"));
    private String recipient = "nobody@example.org";

    @BeforeEach
    void newJurisdiction(@Autowired TestJurisdictions jurisdictions) {
        here = jurisdictions.square();
        recipient = "resident-" + Ids.next() + "@example.org";
    }

    @Test
    void aMessageArrivesOnceInProperFrench() throws MessagingException, IOException {
        send("request/1/RECEIVED");
        await().atMost(Duration.ofSeconds(15)).until(() -> received().size() == 1);
        MimeMessage mail = received().get(0);
        assertThat(mail.getSubject()).isEqualTo("Signalement reçu : éclairage « place de l’Église »");
        assertThat(mail.getContent().toString().strip())
                .isEqualTo("Bonjour,\r\nvotre signalement nº 12 a été reçu. À bientôt !");
        assertThat(mail.getFrom()[0].toString()).isEqualTo("Test <vigie@localhost.localdomain>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Content-Language")).containsExactly("fr");
        Message kept = kept("request/1").get(0);
        assertThat(mail.getMessageID()).isEqualTo("<%s@%s>".formatted(kept.id(), here.code()));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> kept("request/1").get(0).sentAt().isPresent());
    }

    @Test
    void theSameOccasionIsWrittenOnce() {
        send("request/2/RECEIVED");
        send("request/2/RECEIVED");
        assertThat(kept("request/2")).hasSize(1);
    }

    @Test
    void nothingIsSentWhenTheChangeIsRolledBack() {
        inside(() -> transaction.executeWithoutResult(status -> {
            outbox.send(message("request/3/RECEIVED"));
            status.setRollbackOnly();
        }));
        assertThat(kept("request/3")).isEmpty();
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(5))
                .until(() -> received().isEmpty());
    }

    @Test
    void aMessageNeedsAChangeToBelongTo() {
        assertThatThrownBy(() -> inside(() -> outbox.send(message("request/4/RECEIVED"))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aTaskThatRunsTwiceSendsOnce() throws Exception {
        send("request/5/RECEIVED");
        UUID id = kept("request/5").get(0).id();
        Callable<Optional<Instant>> task = () -> delivery.deliver(new Delivery.Order(here.id(), id));
        try (var threads = Executors.newFixedThreadPool(4)) {
            threads.invokeAll(List.of(task, task, task, task));
        }
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(10))
                .until(() -> received().size() == 1);
    }

    @Test
    void aServerThatIsBusyFirstGetsTheMessageLater() throws IOException {
        AtomicInteger refused = new AtomicInteger();
        try (BusySmtpServer busy = new BusySmtpServer(2)) {
            Carrier viaBusy = new SmtpCarrier(toPort(busy.port()));
            Delivery toBusy = new Delivery(directory, messages, viaBusy, settings, transaction, clock);
            UUID id = unscheduled("request/6/RECEIVED");
            Optional<Instant> again = toBusy.deliver(new Delivery.Order(here.id(), id));
            while (again.isPresent()) {
                assertThat(refused.incrementAndGet()).isLessThan(5);
                assertThat(kept("request/6").get(0).lastFailure().orElse("")).contains("451");
                again = toBusy.deliver(new Delivery.Order(here.id(), id));
            }
            assertThat(refused).hasValue(2);
            assertThat(busy.accepted()).isEqualTo(1);
            assertThat(kept("request/6").get(0).sentAt()).isPresent();
            assertThat(toBusy.deliver(new Delivery.Order(here.id(), id))).isEmpty();
            assertThat(busy.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aMessageThatNobodyTakesIsParkedAfterTenAttempts() {
        Carrier nobody = message -> {
            throw new IOException("550 no such user " + message.recipient());
        };
        Delivery hopeless = new Delivery(directory, messages, nobody, settings, transaction, clock);
        UUID id = unscheduled("request/7/RECEIVED");
        Instant before = clock.instant();
        Instant last = before;
        for (int attempt = 1; attempt < Delivery.MOST_ATTEMPTS; attempt++) {
            Instant next = hopeless.deliver(new Delivery.Order(here.id(), id)).orElseThrow();
            assertThat(next).isAfter(last);
            last = next;
        }
        assertThat(hopeless.deliver(new Delivery.Order(here.id(), id))).isEmpty();
        Message parked = kept("request/7").get(0);
        assertThat(parked.failedAttempts()).isEqualTo(10);
        assertThat(parked.sentAt()).isEmpty();
        assertThat(parked.lastFailure().orElse("")).startsWith("550");
        assertThat(last).isBefore(before.plus(Duration.ofHours(6).plusMinutes(1)));
    }

    @Test
    void twoServicesOnOneDatabaseSendOnce() {
        Scheduler second = Scheduler.create(
                        dataSource,
                        tasks.stream()
                                .filter(task -> task.getName().equals("deliver-message"))
                                .toList())
                .serializer(customizer.serializer().orElseThrow())
                .jdbcCustomization(customizer.jdbcCustomization().orElseThrow())
                .tableName("notification.scheduled_task")
                .schedulerName(new SchedulerName.Fixed("second"))
                .pollingInterval(Duration.ofMillis(100))
                .threads(2)
                .build();
        second.start();
        try {
            for (int n = 0; n < 20; n++) {
                send("request/8/" + n);
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> received().size() >= 20);
            await().during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> received().size() == 20);
        } finally {
            second.stop();
        }
    }

    @Test
    void withoutAServerMessagesAreKeptAsFiles(@TempDir Path directory) throws Exception {
        MailSettings noServer = new MailSettings(
                "",
                25,
                "",
                "",
                false,
                Duration.ofSeconds(1),
                "vigie@example.org",
                directory.resolve("mail"),
                Duration.ofSeconds(1),
                365);
        UUID id = unscheduled("request/9/RECEIVED");
        new Delivery(this.directory, messages, new CatchDirectory(noServer), noServer, transaction, clock)
                .deliver(new Delivery.Order(here.id(), id));
        try (var files = Files.list(directory.resolve("mail"))) {
            List<Path> caught = files.toList();
            assertThat(caught).hasSize(1);
            try (var input = Files.newInputStream(caught.get(0))) {
                MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), input);
                assertThat(mail.getSubject()).isEqualTo("Signalement reçu : éclairage « place de l’Église »");
                assertThat(mail.getContent().toString()).contains("À bientôt !");
                assertThat(mail.getMessageID()).startsWith("<" + id);
            }
            assertThat(Files.readString(caught.get(0))).contains("charset=UTF-8");
        }
    }

    @Test
    void expiredMessagesAreRemovedAndOthersStay() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), here.zone());
        inside(() -> transaction.executeWithoutResult(status -> {
            messages.add(Ids.next(), message("request/10/old"), clock.instant(), today.minusDays(1));
            messages.add(Ids.next(), message("request/10/today"), clock.instant(), today);
        }));
        removal.removeAll();
        assertThat(kept("request/10")).extracting(Message::occasion).containsExactly("request/10/today");
    }

    private MailSettings toPort(int port) {
        return new MailSettings(
                "127.0.0.1",
                port,
                "",
                "",
                false,
                Duration.ofSeconds(3),
                settings.from(),
                settings.catchDirectory(),
                Duration.ofMillis(1),
                365);
    }

    private OutgoingMessage message(String occasion) {
        return new OutgoingMessage(
                occasion,
                recipient,
                "Signalement reçu : éclairage « place de l’Église »",
                "Bonjour,\nvotre signalement nº 12 a été reçu. À bientôt !",
                Locale.FRENCH);
    }

    private void send(String occasion) {
        inside(() -> transaction.executeWithoutResult(status -> outbox.send(message(occasion))));
    }

    private UUID unscheduled(String occasion) {
        UUID id = Ids.next();
        inside(() -> transaction.executeWithoutResult(status -> messages.add(
                id,
                message(occasion),
                clock.instant(),
                LocalDate.ofInstant(clock.instant(), here.zone()).plusDays(9))));
        return id;
    }

    private List<Message> kept(String beginning) {
        return CurrentJurisdiction.inside(here, () -> messages.listByOccasion(beginning));
    }

    private List<MimeMessage> received() {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(this::isToRecipient)
                .toList();
    }

    private boolean isToRecipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString().equals(recipient);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void inside(Runnable work) {
        CurrentJurisdiction.inside(here, work);
    }
}
