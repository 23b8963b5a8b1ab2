using System.Text.Json;
using Madoguchi.Shared;

namespace Madoguchi.Evidence.Reading;

/// <summary>What could be read from a piece of evidence. Nothing here is proven: a file says what whoever made it wrote into it.</summary>
/// <param name="Kind">What it is, by our own look: <c>picture</c>, <c>mail</c>, <c>page</c> (a kept web page), <c>traffic</c> (HAR), <c>pdf</c>, <c>text</c> or <c>file</c>.</param>
/// <param name="Unreadable">It is of this kind, and broken or not of a shape that is understood.</param>
/// <param name="TakenAt">A picture: when it was taken by the device's own clock; without an offset where the device wrote none.</param>
/// <param name="Device">Maker and model, as the device wrote them.</param>
/// <param name="Software">What made the file, as it says itself.</param>
/// <param name="HasPlace">Whether it says where it was taken. The place itself is never read out.</param>
/// <param name="SentAt">A mail's own <c>Date</c>.</param>
/// <param name="Route">The <c>Received</c> lines, first hop first.</param>
/// <param name="Noted">What receiving servers noted about the sender (<c>Authentication-Results</c>).</param>
/// <param name="Signature">Signatures that the mail carries, and whether anybody has verified them.</param>
/// <param name="Address">A kept page: where it was, as the file says.</param>
/// <param name="More">There was more than is read: headers, hops or results beyond the limits.</param>
public sealed record EvidenceRead(
    string Kind, bool? Unreadable = null, int? Width = null, int? Height = null, string? TakenAt = null, string? Device = null, string? Software = null, bool? HasPlace = null,
    string? From = null, string? To = null, string? Subject = null, DateTimeOffset? SentAt = null, string? MessageId = null,
    IReadOnlyList<Hop>? Route = null, IReadOnlyList<NotedResult>? Noted = null, MailSignature? Signature = null, string? Address = null, bool? More = null)
{
    public const string Picture = "picture";
    public const string Mail = "mail";
    public const string Page = "page";
    public const string Traffic = "traffic";
    public const string Pdf = "pdf";
    public const string Text = "text";
    public const string File = "file";

    public static EvidenceRead Kept(string json) => JsonSerializer.Deserialize<EvidenceRead>(json, Json.Kept)!; // written by us: never null
}

/// <summary>One station of a mail.</summary>
/// <param name="Seconds">Since the station before; since the mail's own date for the first. Negative: the clocks differ.</param>
public sealed record Hop(string? From, string? By, string? With, DateTimeOffset? At, long? Seconds = null);

/// <param name="Server">Who noted it.</param>
/// <param name="Of">The domain or address that it is about.</param>
public sealed record NotedResult(string Server, string Method, string Result, string? Of = null);

/// <summary>Signatures (DKIM) of a mail.</summary>
/// <param name="Domains">Who is said to have signed it.</param>
/// <param name="Verified">Nobody has: nothing when there is no verdict. The mail channel, which receives the untouched bytes itself, will say yes or no here.</param>
public sealed record MailSignature(IReadOnlyList<string> Domains, bool? Verified = null);
