/**
 * Who may see and do what: people, their memberships, and the one scope through which all school data is read.
 * Roles come in the token; where and when a role counts is a membership kept here.
 */
@NullMarked
package org.uplift.access;

import org.jspecify.annotations.NullMarked;
