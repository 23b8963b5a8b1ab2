using Madoguchi.Shared;

namespace Madoguchi.Customers;

/// <summary>How a customer is addressed.</summary>
public enum Honorific { Sama, San, None }

/// <summary>A person, under the one number that every desk shares.</summary>
public sealed class Customer
{
    public required Id<Customer> Id { get; init; }

    /// <summary>The canonical form of the <see cref="CustomerNumber"/>.</summary>
    public required string Number { get; init; }
    public string? Name { get; set => (field, Folded) = (value, Fold(value, Reading, Company)); }

    /// <summary>How the name is read (ふりがな).</summary>
    public string? Reading { get; set => (field, Folded) = (value, Fold(Name, value, Company)); }
    public string? Company { get; set => (field, Folded) = (value, Fold(Name, Reading, value)); }

    /// <summary>Name, reading and company as they are found (<see cref="Folding"/>); always follows them.</summary>
    public string Folded { get; private set; } = "";
    public Honorific Honorific { get; set; }

    /// <summary>BCP 47: the language the customer writes in.</summary>
    public required string Language { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Room for merging: the record that speaks for this one now.</summary>
    public Id<Customer>? MergedInto { get; set; }
    public List<Address> Addresses { get; init; } = [];

    private static string Fold(params IEnumerable<string?> parts) => string.Join('\n', parts.OfType<string>().Select(Folding.Fold));

    /// <summary>The name as spoken to: 山野様, or null when none was given.</summary>
    public string? Addressed(Tongue tongue) =>
        Name is null ? null : tongue.Code != "ja" || Honorific is Honorific.None ? Name : Name + (Honorific is Honorific.Sama ? " 様" : " さん");
}

public enum AddressKind { Mail, Phone }

/// <summary>Where a customer can be reached. Verified and merely told are two things.</summary>
public sealed class Address
{
    public required Id<Address> Id { get; init; }
    public required Id<Customer> CustomerId { get; init; }
    public required AddressKind Kind { get; init; }

    /// <summary>As told.</summary>
    public required string Value { get; init; }

    /// <summary>Folded for finding: NFKC, lower case, digits only for telephones.</summary>
    public required string Folded { get; init; }
    public required DateTimeOffset ToldAt { get; init; }
    public DateTimeOffset? VerifiedAt { get; set; }
}
