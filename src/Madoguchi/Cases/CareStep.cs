namespace Madoguchi.Cases;

/// <summary>How far the house had to go to protect whoever answers (カスタマーハラスメントへの対応), in order. Never told to the customer as a verdict.</summary>
public enum CareStep
{
    /// <summary>The customer was asked, in calm words.</summary>
    Notice,

    /// <summary>Nobody answers alone any more.</summary>
    TwoPersons,

    /// <summary>Only supervisors answer.</summary>
    SupervisorOnly,

    /// <summary>Closed with a letter; what comes then goes to the supervisors.</summary>
    Ended,
}
