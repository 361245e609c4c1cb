package org.vigie.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.access.CurrentJurisdiction;
import org.vigie.notification.Message;
import org.vigie.notification.Messages;
import org.vigie.testing.Resident;
import org.vigie.testing.ServiceTest;
import org.vigie.testing.TestCity;

/** A letter whose mail server is away at first. */
@ServiceTest
class ReplyDeliveryTest {

    private static final int PORT = freePort();
    private static final GreenMail SERVER = new GreenMail(new ServerSetup(PORT, "127.0.0.1", "smtp"));

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry settings) {
        settings.add("vigie.mail.host", () -> "127.0.0.1");
        settings.add("vigie.mail.port", () -> PORT);
        settings.add("vigie.mail.first-pause", () -> "300ms");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Autowired
    MockMvc http;

    @Autowired
    TestCity cities;

    @Autowired
    Resident resident;

    @Autowired
    Messages messages;

    @Autowired
    SendingOut sendingOut;

    @Test
    void isReceivedOnceWithItsPdfAlsoWhenSendingFailsFirst() throws Exception {
        Resident.Case it = resident.report(
                "nid-de-poule", "{\"name\":\"Zoé Lefèvre\",\"email\":\"zoe@example.org\",\"locale\":\"fr\"}");
        ReplyDesk desk = new ReplyDesk(http, cities, it);
        desk.submit();
        desk.approveAll();
        await().atMost(Duration.ofSeconds(15)).until(() -> mail(desk).failedAttempts() >= 1);
        assertThat(desk.state()).isEqualTo("SIGNED");

        SERVER.start();

        await().atMost(Duration.ofSeconds(30)).until(() -> desk.read(desk.agent).<Boolean>at("$.answered"));
        CurrentJurisdiction.inside(
                desk.city.jurisdiction(),
                () -> sendingOut.settle(new SendingOut.Outcome(
                        desk.city.jurisdiction().id(),
                        replyId(mail(desk)),
                        mail(desk).id(),
                        null)));
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(6))
                .until(() -> letters().size() == 1);
        MimeMultipart parts = (MimeMultipart) letters().getFirst().getContent();
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("Bonjour Zoé Lefèvre");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("reponse-" + it.number() + ".pdf");
        try (PDDocument pdf =
                Loader.loadPDF(parts.getBodyPart(1).getInputStream().readAllBytes())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Zoé Lefèvre", "Adjointe au maire");
        }
        assertThat(desk.read(desk.agent).<List<String>>at("$.sent[*].state")).containsExactly("SENT");
    }

    @Test
    void isPostedWhenNobodyTakesTheMail() throws Exception {
        Resident.Case it = resident.report("nid-de-poule", "{\"name\":\"A\",\"email\":\"gone@example.org\"}");
        ReplyDesk desk = new ReplyDesk(http, cities, it);
        desk.submit();
        desk.approveAll();
        Message mail = mail(desk);

        CurrentJurisdiction.inside(
                desk.city.jurisdiction(),
                () -> sendingOut.settle(
                        new SendingOut.Outcome(desk.city.jurisdiction().id(), replyId(mail), mail.id(), null)));

        assertThat(desk.state()).isEqualTo("TO_POST");
        assertThat(desk.act("/posting", desk.agent, "{\"postedOn\":\"2026-01-02\"}")
                        .<Boolean>at("$.answered"))
                .isTrue();
    }

    private static java.util.UUID replyId(Message mail) {
        return java.util.UUID.fromString(mail.occasion().substring("formal-reply/".length()));
    }

    private Message mail(ReplyDesk desk) {
        return cities.inside(desk.city.jurisdiction(), () -> messages.listByOccasion("formal-reply/"))
                .getFirst();
    }

    private static List<MimeMessage> letters() {
        return List.of(SERVER.getReceivedMessages()).stream()
                .filter(mail -> {
                    try {
                        return mail.getContent() instanceof MimeMultipart
                                && mail.getAllRecipients()[0].toString().equals("zoe@example.org");
                    } catch (Exception unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .toList();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
