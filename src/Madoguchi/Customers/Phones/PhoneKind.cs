namespace Madoguchi.Customers.Phones;

/// <summary>What a number is for, in the order of the data. Where one cannot tell fixed from mobile (North America), it is <see cref="FixedOrMobile"/>.
/// Unknown: of the right form, in a range that was not given out yet when the data was made.</summary>
public enum PhoneKind { Fixed, Mobile, TollFree, Premium, Personal, VoiceMail, CompanyWide, Pager, Internet, SharedCost, FixedOrMobile, Unknown }

/// <summary>Why a text is no number that can be called.</summary>
public enum PhoneProblem { NotANumber, TooShort, TooLong, NoSuchNumber, Emergency, Costly }
