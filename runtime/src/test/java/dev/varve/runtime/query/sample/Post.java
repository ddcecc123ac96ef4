package dev.varve.runtime.query.sample;

import java.util.UUID;

public record Post(long id, UUID authorId, int number, String title, long likes) {}
