using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;

namespace Madoguchi.Search;

/// <summary>What is read of an entry, a case and a customer when somebody looks for words.</summary>
public static class Texts
{
    /// <summary>The words that people wrote; null when the entry has none.</summary>
    public static string? Of(Happening what) => what switch
    {
        MessageSaid said => said.Text,
        CallTaken call => call.Text,
        NoteWritten note => note.Text,
        FileAttached file => file.Name,
        EvidenceKept { Attachment: null } evidence => evidence.Name,
        EvidenceAsked { Words: { } wish } => wish,
        FactTold fact => fact.Value,
        QuestionAsked question => Lines(question.Label, question.Help),
        AskedAgain again => again.Because,
        Described described => Lines(described.Subject, described.Product, described.Problem),
        SolutionProposed solution => solution.Outcome,
        HandoverOffered offered => offered.Reason,
        HandoverReturned returned => returned.Reason,
        SentAnyway anyway => anyway.Because,
        NotADenial none => none.Because,
        FindingMade finding => finding.Text,
        FindingShown shown => shown.Text,
        VoiceDecided decided => decided.Text,
        CheckPromised promised => promised.What,
        EscalationAsked asked => asked.Question,
        EscalationAnswered answered => answered.Text,
        FollowedUp written => written.Text,
        IncidentTold told => told.Text,
        FollowUpAnswered { How: { } how } => how,
        StepAnswered { Words: { } words } => words,
        WayTried tried => Lines(tried.Title.Ja, tried.Title.En),
        NumberClaimed claimed => claimed.Number,
        ApprovalAsked asked => asked.Text,
        ApprovalReturned { Words: { } words } => words,
        RemedyAsked asked => asked.Reason,
        RemedyDeclined declined => declined.Words,
        RegistrationRepaired repaired => repaired.Reason,
        _ => null,
    };

    public static string Of(Case theCase) => Lines(theCase.Subject, theCase.Product, theCase.Problem)!; // a case has a subject

    /// <summary>Names as written and in one piece, telephones as told and in digits, for at home and for abroad.</summary>
    public static string Of(Customer customer)
    {
        string[] names = [.. new[] { customer.Name, customer.Reading, customer.Company }.OfType<string>()];
        return string.Join('\n', names.Concat(names.Select(Folding.Fold)).Append(customer.Number).Concat(customer.Addresses.OrderBy(a => a.ToldAt).ThenBy(a => a.Id.Value).SelectMany(Forms))
            .Select(line => Folded.Of(line).Text).Where(line => line.Length > 0).Distinct());
    }

    /// <summary>A telephone number, however it is grouped, as the index has it; null when this is none.</summary>
    public static string? Telephone(string q) =>
        q.All(c => char.IsDigit(c) || char.IsWhiteSpace(c) || Between.Contains(c)) && Reachable.Fold(AddressKind.Phone, q).TrimStart('+') is { Length: >= 5 } digits ? digits : null;

    private const string Between = "+-()./‐‑–—−ー－（）＋";

    private static IEnumerable<string> Forms(Address address)
    {
        yield return address.Value;
        if (address.Kind is not AddressKind.Phone)
            yield break;
        var digits = address.Folded.TrimStart('+');
        yield return digits;
        if (address.Folded.StartsWith("+81", StringComparison.Ordinal))
            yield return "0" + digits[2..];
        else if (digits.StartsWith('0'))
            yield return "81" + digits[1..];
    }

    private static string? Lines(params IEnumerable<string?> lines) => string.Join('\n', lines.Where(l => !string.IsNullOrEmpty(l))) is { Length: > 0 } text ? text : null;
}
