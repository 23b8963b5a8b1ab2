using Madoguchi.Care.Recognizing;
using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Caring;

public static class CareNames
{
    public static string NameIn(this CareStep step, Tongue t) => step switch
    {
        CareStep.Notice => t["お願いをお伝えした", "Asked in calm words"],
        CareStep.TwoPersons => t["二人で対応", "Two answer together"],
        CareStep.SupervisorOnly => t["責任者だけが対応", "Only supervisors answer"],
        CareStep.Ended => t["お便りで終えた", "Ended with a letter"],
    };

    /// <summary>What to do, as a choice.</summary>
    public static string AsChoice(this CareStep step, Tongue t) => step switch
    {
        CareStep.Notice => t["お願いをお伝えする", "Ask in calm words"],
        CareStep.TwoPersons => t["二人で対応する", "Answer together, two of us"],
        CareStep.SupervisorOnly => t["責任者だけが対応する", "Let only supervisors answer"],
        CareStep.Ended => t["お便りで終える", "End it with a letter"],
    };

    public static string NameIn(this CareKind kind, Tongue t) => kind switch
    {
        CareKind.Violence => t["身体的な攻撃・その予告", "Violence, or threatened"],
        CareKind.Insult => t["精神的な攻撃", "Insults"],
        CareKind.Intimidation => t["威圧的な言動", "Intimidation"],
        CareKind.Kneeling => t["土下座の要求", "Demands to kneel"],
        CareKind.Persistence => t["継続的・執拗な言動", "Persistence"],
        CareKind.Confinement => t["拘束的な行動", "Not letting go"],
        CareKind.Discrimination => t["差別的な言動", "Discrimination"],
        CareKind.Sexual => t["性的な言動", "Sexual remarks"],
        CareKind.Personal => t["個人への攻撃・要求", "Against somebody’s private life"],
        CareKind.Anger => t["お怒り(たたみません)", "Anger (never folded)"],
        CareKind.Harmless => t["似ているが、そうではない言葉", "What only looks like it"],
    };
}
