/** The error catalogue: each problem is caused, and what is said about it is reviewed as text. */
package dev.varve.processor.report;
