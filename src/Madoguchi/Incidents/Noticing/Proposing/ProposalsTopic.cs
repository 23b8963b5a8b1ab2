namespace Madoguchi.Incidents.Noticing.Proposing;

public static class ProposalsTopic
{
    /// <summary>Rung when a proposal is new, has grown or is settled.</summary>
    public const string Name = "proposals";
}
