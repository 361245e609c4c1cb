package org.vigie;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service and its commands. */
@SpringBootApplication
public class Vigie {

    public static void main(String[] arguments) {
        SpringApplication.run(Vigie.class, arguments);
    }
}
