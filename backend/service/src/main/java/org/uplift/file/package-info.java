/**
 * Files that people add to things: received, told apart by their content, scanned, and kept in a folder or in a bucket. To
 * whom a file may be given follows from the thing that it was added to.
 */
@NullMarked
package org.uplift.file;

import org.jspecify.annotations.NullMarked;
