package org.vigie.demo;

/**
 * An account that people may try Aubrelle with.
 *
 * @param part whose work it shows: dispatch, accueil, equipe E3…
 * @param password in the clear; kept nowhere else
 */
public record DemoAccount(String part, String email, String password) {}
