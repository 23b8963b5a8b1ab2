namespace Madoguchi.Care.Recognizing;

/// <summary>The kinds of harassment by customers that the Japanese ministry's guideline for employers names, and two lists beside them.</summary>
public enum CareKind
{
    /// <summary>身体的な攻撃: violence, or threatened.</summary>
    Violence,

    /// <summary>精神的な攻撃: insults, degrading words.</summary>
    Insult,

    /// <summary>威圧的な言動: shouting, threats to ruin or to publish.</summary>
    Intimidation,

    /// <summary>土下座の要求.</summary>
    Kneeling,

    /// <summary>継続的・執拗な言動.</summary>
    Persistence,

    /// <summary>拘束的な行動: not letting go.</summary>
    Confinement,

    /// <summary>差別的な言動.</summary>
    Discrimination,

    /// <summary>性的な言動.</summary>
    Sexual,

    /// <summary>従業員個人への攻撃・要求: a name, a face, a home, a job.</summary>
    Personal,

    /// <summary>Anger about the matter. It is no abuse, whatever its words.</summary>
    Anger,

    /// <summary>What looks like one of these and is none: it excuses the words that it touches.</summary>
    Harmless,
}

public static class CareKinds
{
    /// <summary>Against the person: a failure of ours does not excuse them.</summary>
    public static bool IsAgainstThePerson(this CareKind kind) =>
        kind is CareKind.Violence or CareKind.Insult or CareKind.Kneeling or CareKind.Discrimination or CareKind.Sexual or CareKind.Personal;

    public static bool Hurts(this CareKind kind) => kind is not (CareKind.Anger or CareKind.Harmless);
}
