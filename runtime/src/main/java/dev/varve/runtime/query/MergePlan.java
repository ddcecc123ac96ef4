package dev.varve.runtime.query;

import org.jspecify.annotations.Nullable;

/** A merge without its cases. */
record MergePlan<S, R>(
    Statements statements,
    Table<S, R, ?, ?> table,
    @Nullable Assignment<S> version,
    Source<?> source) {}
