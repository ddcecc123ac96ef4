/** What the processor's tests share: real compilers on a project in a temporary folder. */
package dev.varve.processor.testing;
