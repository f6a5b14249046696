# Adds what Debian wants in every package, and no other installation does. CPack runs it between
# installing into CPACK_TEMPORARY_DIRECTORY and packing that.
set(documents ${CPACK_TEMPORARY_DIRECTORY}/usr/share/doc/${CPACK_PACKAGE_NAME})
file(COPY ${CMAKE_CURRENT_LIST_DIR}/copyright DESTINATION ${documents})

# Both tell of versions, and are written by hand.
set(version "${CPACK_PACKAGE_NAME} (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) ")
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/changelog newest LIMIT_COUNT 1)
string(FIND "${newest}" "${version}" place)
if(NOT place EQUAL 0)
    message(FATAL_ERROR "resources/packaging/debian/changelog does not begin with ${version}.")
endif()
file(GLOB metainfo ${CPACK_TEMPORARY_DIRECTORY}/usr/share/metainfo/*.metainfo.xml)
file(STRINGS ${metainfo} releases REGEX "<release ")
list(GET releases 0 newest)
if(NOT newest MATCHES "version=\"${CPACK_PACKAGE_VERSION}\"")
    message(FATAL_ERROR "The newest release in ${metainfo} is not ${CPACK_PACKAGE_VERSION}.")
endif()

find_program(gzip gzip REQUIRED)
# Without a date in it, so that the same sources make the same package.
function(compress source target)
    execute_process(COMMAND ${gzip} -9n INPUT_FILE ${source} OUTPUT_FILE ${target}
                    COMMAND_ERROR_IS_FATAL ANY)
endfunction()
compress(${CMAKE_CURRENT_LIST_DIR}/changelog ${documents}/changelog.Debian.gz)
set(manual ${CPACK_TEMPORARY_DIRECTORY}/usr/share/man/man1/microfiche.1)
compress(${manual} ${manual}.gz)
file(REMOVE ${manual})
# gzip's files are made with the umask of whoever packs.
file(CHMOD ${documents}/changelog.Debian.gz ${documents}/copyright ${manual}.gz
     PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
