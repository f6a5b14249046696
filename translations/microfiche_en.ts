<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Card</name>
    <message numerus="yes">
        <source>%n related</source>
        <translation>
            <numerusform>%n related</numerusform>
            <numerusform>%n related</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountLine</name>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n mention(s)</source>
        <translation>
            <numerusform>and %n mention</numerusform>
            <numerusform>and %n mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DateHistogram</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message numerus="yes">
        <source>%n in this archive</source>
        <translation>
            <numerusform>%n in this archive</numerusform>
            <numerusform>%n in this archive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailText</name>
    <message numerus="yes">
        <source>Not in this archive. It is known only by what %n article(s) say of it.</source>
        <translation>
            <numerusform>Not in this archive. It is known only by what %n article say of it.</numerusform>
            <numerusform>Not in this archive. It is known only by what %n articles say of it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message numerus="yes">
        <source>The sample holds %n article(s) and stays apart from your own archive.</source>
        <translation>
            <numerusform>The sample holds %n article and stays apart from your own archive.</numerusform>
            <numerusform>The sample holds %n articles and stays apart from your own archive.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportLine</name>
    <message numerus="yes">
        <source>%n file(s) could not be imported: none of them is an article.</source>
        <translation>
            <numerusform>%n file could not be imported: none of them is an article.</numerusform>
            <numerusform>%n files could not be imported: none of them is an article.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPane</name>
    <message numerus="yes">
        <source>%n file(s) could not be imported</source>
        <translation>
            <numerusform>%n file could not be imported</numerusform>
            <numerusform>%n files could not be imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) were left out</source>
        <translation>
            <numerusform>%n field were left out</numerusform>
            <numerusform>%n fields were left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportStatus</name>
    <message numerus="yes">
        <source>of %n file(s) so far</source>
        <translation>
            <numerusform>of %n file so far</numerusform>
            <numerusform>of %n files so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n file(s)</source>
        <translation>
            <numerusform>of %n file</numerusform>
            <numerusform>of %n files</numerusform>
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
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) a second.</source>
        <translation>
            <numerusform>%n file a second.</numerusform>
            <numerusform>%n files a second.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last import: %n rejected</source>
        <translation>
            <numerusform>Last import: %n rejected</numerusform>
            <numerusform>Last import: %n rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last import: %n added</source>
        <translation>
            <numerusform>Last import: %n added</numerusform>
            <numerusform>Last import: %n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n folder</numerusform>
            <numerusform>%n folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s), with all folders in it</source>
        <translation>
            <numerusform>%n folder, with all folders in it</numerusform>
            <numerusform>%n folders, with all folders in it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MentionFrame</name>
    <message numerus="yes">
        <source>Not in this archive. %n articles point to it.</source>
        <translation>
            <numerusform>Not in this archive. %n articles point to it.</numerusform>
            <numerusform>Not in this archive. %n articles point to it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QualityHistogram</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
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
</context>
<context>
    <name>SampleSheet</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
</TS>
