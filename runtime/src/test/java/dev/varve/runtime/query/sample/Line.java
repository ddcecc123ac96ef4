package dev.varve.runtime.query.sample;

import java.util.Optional;

public record Line(String title, User author, Optional<String> name, long likes) {}
