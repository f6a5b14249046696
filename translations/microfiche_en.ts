<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Card</name>
    <message numerus="yes">
        <source>%Ln related</source>
        <translation>
            <numerusform>%Ln related</numerusform>
            <numerusform>%Ln related</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message numerus="yes">
        <source>%Ln action(s)</source>
        <translation>
            <numerusform>%Ln action</numerusform>
            <numerusform>%Ln actions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConditionWords</name>
    <message numerus="yes">
        <source>cited %Ln time(s)</source>
        <translation>
            <numerusform>cited %Ln time</numerusform>
            <numerusform>cited %Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>cited %Ln time(s) or more</source>
        <translation>
            <numerusform>cited %Ln time or more</numerusform>
            <numerusform>cited %Ln times or more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>cited %Ln time(s) at most</source>
        <translation>
            <numerusform>cited %Ln time at most</numerusform>
            <numerusform>cited %Ln times at most</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountLine</name>
    <message numerus="yes">
        <source>%Ln mention(s)</source>
        <translation>
            <numerusform>%Ln mention</numerusform>
            <numerusform>%Ln mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln mention(s)</source>
        <translation>
            <numerusform>and %Ln mention</numerusform>
            <numerusform>and %Ln mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of the last %Ln day(s)</source>
        <translation>
            <numerusform>of the last %Ln day</numerusform>
            <numerusform>of the last %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message numerus="yes">
        <source>%Ln in this archive</source>
        <translation>
            <numerusform>%Ln in this archive</numerusform>
            <numerusform>%Ln in this archive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s)</source>
        <translation>
            <numerusform>%Ln mention</numerusform>
            <numerusform>%Ln mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailPicture</name>
    <message numerus="yes">
        <source>%Ln picture(s)</source>
        <translation>
            <numerusform>%Ln picture</numerusform>
            <numerusform>%Ln pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailText</name>
    <message numerus="yes">
        <source>Not in this archive. It is known only by what %Ln article(s) say of it.</source>
        <translation>
            <numerusform>Not in this archive. It is known only by what %Ln article says of it.</numerusform>
            <numerusform>Not in this archive. It is known only by what %Ln articles say of it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DownloadWords</name>
    <message numerus="yes">
        <source>%Ln publisher(s) that you refused are not asked</source>
        <translation>
            <numerusform>%Ln publisher that you refused is not asked</numerusform>
            <numerusform>%Ln publishers that you refused are not asked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln publisher(s) are not asked: you chose none of them</source>
        <translation>
            <numerusform>%Ln publisher is not asked: you have not chosen it</numerusform>
            <numerusform>%Ln publishers are not asked: you chose none of them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other(s) are not asked</source>
        <extracomment>After &quot;From the 3 publishers you chose; &quot;</extracomment>
        <translation>
            <numerusform>%Ln other is not asked</numerusform>
            <numerusform>%Ln others are not asked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From the %Ln publisher(s) you chose; %1</source>
        <translation>
            <numerusform>From the publisher you chose; %1</numerusform>
            <numerusform>From the %Ln publishers you chose; %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropSheet</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message numerus="yes">
        <source>The sample is %Ln file(s) and stays apart from your own archive.</source>
        <translation>
            <numerusform>The sample is %Ln file and stays apart from your own archive.</numerusform>
            <numerusform>The sample is %Ln files and stays apart from your own archive.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupHeading</name>
    <message numerus="yes">
        <source>%1, %Ln article(s)</source>
        <translation>
            <numerusform>%1, %Ln article</numerusform>
            <numerusform>%1, %Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportCounts</name>
    <message numerus="yes">
        <source>duplicate(s)</source>
        <translation>
            <numerusform>duplicate</numerusform>
            <numerusform>duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mention(s)</source>
        <translation>
            <numerusform>mention</numerusform>
            <numerusform>mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportLine</name>
    <message numerus="yes">
        <source>%Ln file(s) could not be imported: none of them is an article.</source>
        <translation>
            <numerusform>%Ln file could not be imported: it is no article.</numerusform>
            <numerusform>%Ln files could not be imported: none of them is an article.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPane</name>
    <message numerus="yes">
        <source>%Ln file(s) could not be imported</source>
        <translation>
            <numerusform>%Ln file could not be imported</numerusform>
            <numerusform>%Ln files could not be imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) were left out</source>
        <translation>
            <numerusform>%Ln field was left out</numerusform>
            <numerusform>%Ln fields were left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MentionFrame</name>
    <message numerus="yes">
        <source>Not in this archive. %Ln articles point to it.</source>
        <translation>
            <numerusform>Not in this archive. %Ln article points to it.</numerusform>
            <numerusform>Not in this archive. %Ln articles point to it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Microfiche::ArticleMarks</name>
    <message numerus="yes">
        <source>Star %Ln article(s)</source>
        <translation>
            <numerusform>Star %Ln article</numerusform>
            <numerusform>Star %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the star from %Ln article(s)</source>
        <translation>
            <numerusform>Take the star from %Ln article</numerusform>
            <numerusform>Take the star from %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %Ln article(s) as seen</source>
        <translation>
            <numerusform>Mark %Ln article as seen</numerusform>
            <numerusform>Mark %Ln articles as seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %Ln article(s) as not seen</source>
        <translation>
            <numerusform>Mark %Ln article as not seen</numerusform>
            <numerusform>Mark %Ln articles as not seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag %Ln article(s) “%1”</source>
        <translation>
            <numerusform>Tag %Ln article “%1”</numerusform>
            <numerusform>Tag %Ln articles “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the tag “%1” from %Ln article(s)</source>
        <translation>
            <numerusform>Take the tag “%1” from %Ln article</numerusform>
            <numerusform>Take the tag “%1” from %Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Microfiche::ArticleSelection</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Microfiche::ImportQuestion</name>
    <message numerus="yes">
        <source>Import %Ln file(s) from %1?</source>
        <translation>
            <numerusform>Import %Ln file from %1?</numerusform>
            <numerusform>Import %Ln files from %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Microfiche::ImportStatus</name>
    <message numerus="yes">
        <source>of %Ln file(s) so far</source>
        <translation>
            <numerusform>of %Ln file so far</numerusform>
            <numerusform>of %Ln files so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln file(s)</source>
        <translation>
            <numerusform>of %Ln file</numerusform>
            <numerusform>of %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>file(s)</source>
        <translation>
            <numerusform>file</numerusform>
            <numerusform>files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln second</numerusform>
            <numerusform>%Ln seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) a second.</source>
        <translation>
            <numerusform>%Ln file a second.</numerusform>
            <numerusform>%Ln files a second.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last import: %Ln added</source>
        <translation>
            <numerusform>Last import: %Ln added</numerusform>
            <numerusform>Last import: %Ln added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation>
            <numerusform>%Ln folder</numerusform>
            <numerusform>%Ln folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s), with all folders in it</source>
        <translation>
            <numerusform>%Ln folder, with all folders in it</numerusform>
            <numerusform>%Ln folders, with all folders in it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) or special file(s) skipped.</source>
        <translation>
            <numerusform>%Ln link or special file skipped.</numerusform>
            <numerusform>%Ln links or special files skipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) were added; the search hides them.</source>
        <translation>
            <numerusform>%Ln article was added; the search hides it.</numerusform>
            <numerusform>%Ln articles were added; the search hides them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Microfiche::OpenPicture</name>
    <message numerus="yes">
        <source>None of the next %Ln article(s) has a picture here.</source>
        <translation>
            <numerusform>The next %Ln article has no picture here.</numerusform>
            <numerusform>None of the next %Ln articles has a picture here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Microfiche::PictureTask</name>
    <message numerus="yes">
        <source>%1 of %Ln picture(s)</source>
        <extracomment>&quot;1,204 of 5,621 pictures&quot;</extracomment>
        <translation>
            <numerusform>%1 of %Ln picture</numerusform>
            <numerusform>%1 of %Ln pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The space for pictures is full. %Ln picture(s) are not loaded.</source>
        <translation>
            <numerusform>The space for pictures is full. %Ln picture is not loaded.</numerusform>
            <numerusform>The space for pictures is full. %Ln pictures are not loaded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln picture(s) are not loaded.</source>
        <extracomment>&quot;The disk is full. 12 pictures are not loaded.&quot;</extracomment>
        <translation>
            <numerusform>%1 %Ln picture is not loaded.</numerusform>
            <numerusform>%1 %Ln pictures are not loaded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) could not be loaded: %1</source>
        <extracomment>&quot;61 pictures could not be loaded: gone from the server&quot;</extracomment>
        <translation>
            <numerusform>%Ln picture could not be loaded: %1</numerusform>
            <numerusform>%Ln pictures could not be loaded: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) loaded</source>
        <translation>
            <numerusform>%Ln picture loaded</numerusform>
            <numerusform>%Ln pictures loaded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Microfiche::RangeHistogram</name>
    <message numerus="yes">
        <source>%Ln article(s)</source>
        <translation>
            <numerusform>%Ln article</numerusform>
            <numerusform>%Ln articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Microfiche::Upkeep</name>
    <message numerus="yes">
        <source>%Ln file(s) could not be saved; to have them back, import their folder again.</source>
        <translation>
            <numerusform>%Ln file could not be saved; to have it back, import its folder again.</numerusform>
            <numerusform>%Ln files could not be saved; to have them back, import their folder again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier version(s) of changed files could not be saved.</source>
        <translation>
            <numerusform>%Ln earlier version of a changed file could not be saved.</numerusform>
            <numerusform>%Ln earlier versions of changed files could not be saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message numerus="yes">
        <source>about %Ln second(s)</source>
        <translation>
            <numerusform>about %Ln second</numerusform>
            <numerusform>about %Ln seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minute(s)</source>
        <translation>
            <numerusform>about %Ln minute</numerusform>
            <numerusform>about %Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln hour(s)</source>
        <translation>
            <numerusform>about %Ln hour</numerusform>
            <numerusform>about %Ln hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PicturesBar</name>
    <message numerus="yes">
        <source>Pictures from %Ln publisher(s) are not loaded</source>
        <translation>
            <numerusform>Pictures from %Ln publisher are not loaded</numerusform>
            <numerusform>Pictures from %Ln publishers are not loaded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PicturesKept</name>
    <message numerus="yes">
        <source>of %Ln picture(s) are in the archive</source>
        <translation>
            <numerusform>of %Ln picture is in the archive</numerusform>
            <numerusform>of %Ln pictures are in the archive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are not loaded</source>
        <translation>
            <numerusform>%Ln is not loaded</numerusform>
            <numerusform>%Ln are not loaded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could not be loaded: %1</source>
        <translation>
            <numerusform>%Ln could not be loaded: %1</numerusform>
            <numerusform>%Ln could not be loaded: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PicturesSpace</name>
    <message numerus="yes">
        <source>%Ln picture(s) cleared</source>
        <translation>
            <numerusform>%Ln picture cleared</numerusform>
            <numerusform>%Ln pictures cleared</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueryChip</name>
    <message numerus="yes">
        <source>Last %Ln day(s)</source>
        <translation>
            <numerusform>Last %Ln day</numerusform>
            <numerusform>Last %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueryMessages</name>
    <message numerus="yes">
        <source>A search takes %Ln words at most. Leave out the rest.</source>
        <translation>
            <numerusform>A search takes %Ln words at most. Leave out the rest.</numerusform>
            <numerusform>A search takes %Ln words at most. Leave out the rest.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A search takes %Ln characters of words at most. Leave out the rest.</source>
        <translation>
            <numerusform>A search takes %Ln characters of words at most. Leave out the rest.</numerusform>
            <numerusform>A search takes %Ln characters of words at most. Leave out the rest.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A search takes %Ln clauses and brackets at most. Leave out the rest.</source>
        <translation>
            <numerusform>A search takes %Ln clause or bracket at most. Leave out the rest.</numerusform>
            <numerusform>A search takes %Ln clauses and brackets at most. Leave out the rest.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SampleSheet</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
</TS>
