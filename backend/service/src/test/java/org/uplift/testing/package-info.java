/** The few things that tests share: who asks, what is there, and where it runs. */
package org.uplift.testing;
