namespace Madoguchi.Inbox.Proving;

/// <summary>What proves or disproves a customer's words, as the card beside the case shows it. Each part says nothing while there is nothing.</summary>
public sealed record CaseProof
{
    public static readonly CaseProof None = new();
}
