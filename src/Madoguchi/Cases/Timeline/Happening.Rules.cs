namespace Madoguchi.Cases.Timeline;

/// <summary>Why the desk wrote first: a rule about the product's events is broken for this customer.</summary>
/// <param name="Key">By which the product knows them.</param>
/// <param name="Opened">The case was opened for it; otherwise they had one about it.</param>
public sealed record ToldOfBreak(Guid Rule, string Name, string Key, bool Opened) : Happening;
