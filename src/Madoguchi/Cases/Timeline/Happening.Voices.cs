namespace Madoguchi.Cases.Timeline;

/// <summary>The case stands behind a voice from here on (お客様の声).</summary>
/// <param name="Kind"><c>defect</c>, <c>wish</c> or <c>complaint</c>.</param>
/// <param name="Drawn">The voice was drawn from this very case.</param>
public sealed record VoiceJoined(Guid Voice, string Kind, string Title, bool? Drawn = null) : Happening;

/// <summary>Somebody saw that it belongs elsewhere.</summary>
/// <param name="To">The voice to which it went instead.</param>
public sealed record VoiceLeft(Guid Voice, string Title, Guid? To = null) : Happening;
