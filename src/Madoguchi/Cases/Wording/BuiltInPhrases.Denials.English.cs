namespace Madoguchi.Cases.Wording;

public static partial class BuiltInPhrases
{
    private static readonly string[] DeclinesInEnglish =
    [
        "(without|unless)…(there is|there's|there will be|there can be) no",
        "(by|according to) (the |our |)specification…(cannot|can't|could not|couldn't|impossible|not possible)",
        "(we|i) (cannot|can't|can not|are unable to|are not able to|am unable to|am not able to|won't|will not) (refund|grant|give|offer|issue|pay|accept|reimburse|compensate)",
        "(claim|request|application|refund|complaint) (is|was|has been) (rejected|declined|denied|refused|turned down)",
        "(is|was|that's|that is) (impossible|not possible)",
    ];

    private static readonly string[] NoDenialInEnglish =
    [
        "not (yet |)(checked|looked|confirmed|verified)",
        "(if|in case|should) (we|i) (cannot|can't|are unable to)",
        "(is not|isn't|not) impossible",
    ];

    private static readonly string[] SaysHappenedInEnglish =
    [
        "(it|page|site|screen|app) (said|says|showed|shows|told me|displayed)",
        "(i|we) (have |had |already |have already |)(paid|registered|confirmed|completed|entered|received|sent|returned|cancelled|ordered)",
    ];
}
